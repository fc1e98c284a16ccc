import type { IDataObject } from 'n8n-workflow';
import type { FileReference } from '../http/itemFile';

/** What one operation receives, parsed: ids for the path, query, and the body as the vendor documents it. */
export interface Input {
	path: Record<string, string>;
	query: Record<string, string>;
	body: IDataObject;
	/** Fields that no table knows, to be merged into the body as they are. */
	extra?: IDataObject;
}

/** Options that every operation knows; a vendor's own stand beside them. */
export interface Options extends IDataObject {
	dryRun?: boolean;
	/** Does the output item keep the input's fields and files? */
	keepInput?: boolean;
	/** See `Input.extra`. */
	extraFields?: IDataObject;
	parallelRequests?: number;
}

/** Values of the fields beside the request. */
export interface Settings extends IDataObject {
	/** A file to send, or the name of the field to put one in. */
	binaryPropertyName?: FileReference;
}

/** A value of the body that nobody gave: where it stands, what is sent, and what it was worked out from. */
export type Derived = { field: string; value: string | number; how: string };
