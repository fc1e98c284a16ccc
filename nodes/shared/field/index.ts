// The makers of fields: what a value must be, in one sentence, and how the editor asks for it.
export { choice, choices, flag, setting } from './choices';
export { date, dateTime, dayTimestamp, OTHER_DAY } from './days';
export { fileReference } from './fileReference';
export { guid, guids, id, newId, reference } from './ids';
export { group, jsonObject, list } from './nested';
export { decimal, integer, percent } from './numbers';
export { optional, withDefault } from './optional';
export { email, phone } from './people';
export { optionalText, text } from './text';
