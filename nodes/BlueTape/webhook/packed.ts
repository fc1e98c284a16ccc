/** The most that a packed body may hold: as much as n8n takes by itself (N8N_PAYLOAD_SIZE_MAX). */
const MOST_BYTES = 16 * 1024 * 1024;

const isGzip = ([first, second]: Uint8Array): boolean => first === 0x1f && second === 0x8b;

/**
 * A body as it was before it was packed with gzip, whatever its Content-Encoding is called: n8n unpacks `gzip`, but neither `GZIP` nor
 * `x-gzip`. Any other body comes back as it is. Throws when it is broken, or with the status 413 when it is too large.
 */
export async function unpacked(bytes: Uint8Array): Promise<Uint8Array> {
	if (!isGzip(bytes)) return bytes;
	const packed = new Blob([new Uint8Array(bytes)]);
	const reader = packed.stream().pipeThrough(new DecompressionStream('gzip')).getReader();
	const parts: Uint8Array[] = [];
	let size = 0;
	for (let part = await reader.read(); !part.done; part = await reader.read()) {
		size += part.value.length;
		if (size > MOST_BYTES) {
			await reader.cancel();
			throw Object.assign(new Error('The unpacked body is too large'), { status: 413 });
		}
		parts.push(part.value);
	}
	return Buffer.concat(parts);
}

/** How a body is packed that nobody unpacks, as its sender calls it; undefined for what n8n unpacks, or what is not packed. */
export const packing = (encoding = ''): string | undefined =>
	/^(identity|gzip|deflate)?$/.test(encoding)
		? undefined
		: /^(?:br|zstd|compress|deflate|gzip|lz4|snappy|x-[\w-]{1,20})(?![\w-])/i.exec(encoding)?.[0];
