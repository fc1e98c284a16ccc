export { parseTree, type Node, type ParseError } from 'jsonc-parser';
