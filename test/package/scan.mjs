// n8n's community scanner, offline: node scan.mjs <project folder> <unpacked tarball>. Prints { sources, tarball } as JSON.
import { SOURCE_FILE_PATTERNS, analyzePackage } from '@n8n/scan-community-package/scanner/scanner.mjs';

const [project, unpacked] = process.argv.slice(2);
const sources = await analyzePackage(project, SOURCE_FILE_PATTERNS);
const tarball = await analyzePackage(unpacked, ['**/*.js', 'package.json']);
process.stdout.write(`\n${JSON.stringify({ sources, tarball })}`);
