// n8n's community scanner, offline: node scan.mjs <folder> <file pattern…>, by default those of the sources. Prints its verdict as JSON.
import { SOURCE_FILE_PATTERNS, analyzePackage } from '@n8n/scan-community-package/scanner/scanner.mjs';

const [folder, ...patterns] = process.argv.slice(2);
const verdict = await analyzePackage(folder, patterns.length ? patterns : SOURCE_FILE_PATTERNS);
process.stdout.write(`\n${JSON.stringify(verdict)}`);
