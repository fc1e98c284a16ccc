import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { Container, core } from './core';

/** Stores a file in the engine's binary store, as a node before the one under test would. */
export async function binaryItem(
	content: Buffer,
	fileName: string,
	mimeType: string,
	json: IDataObject = {},
): Promise<INodeExecutionData> {
	const service = Container.get(core.BinaryDataService);
	await service.init();
	const data = await service.store(core.FileLocation.ofExecution('w', '1'), content, {
		data: '',
		fileName,
		mimeType,
	});
	return { json, binary: { data } };
}

/** The content of a file that a node put out, in either of n8n's modes. */
export async function binaryContent(item: INodeExecutionData, property = 'data'): Promise<Buffer> {
	const files = (item.binary ?? item.json._files) as NonNullable<INodeExecutionData['binary']>;
	return await Container.get(core.BinaryDataService).getAsBuffer(files[property]);
}
