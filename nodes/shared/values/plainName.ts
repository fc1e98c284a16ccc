/** A field's name without what people vary when they write it: letter case, blanks, dots, `_` and `-`. */
export const plainName = (name: string): string => name.toLowerCase().replace(/[\s._-]+/g, '');
