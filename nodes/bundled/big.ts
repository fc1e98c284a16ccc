export { default as Big } from 'big.js';
