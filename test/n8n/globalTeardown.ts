import { published } from './stage';

export default async function globalTeardown(): Promise<void> {
	await published()?.close();
}
