import pLimit from 'p-limit';

export { pLimit };
