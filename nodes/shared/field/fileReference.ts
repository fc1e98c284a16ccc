import { isFile, type FileReference } from '../http/itemFile';
import type { About, Field } from '../table/notes';
import { plain } from './plain';
import { textOf } from './text';

/** A file of the incoming item: the name of the field that holds it, or the file itself from an expression. */
export const fileReference = (about: About): Field<FileReference> =>
	plain(
		{ kind: 'text', default: 'data', label: 'Input Binary Field', ...about },
		'must be the name of a field that holds a file, or a file as {{ $binary.data }} gives it',
		(value) => (isFile(value) ? value : textOf(value)?.trim() || undefined),
	);
