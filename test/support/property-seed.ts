import fc from 'fast-check';

/**
 * Property tests draw the same values on every run, so that a change is judged by what it changed. `PROPERTY_SEED=7`
 * draws others, and `PROPERTY_SEED=$RANDOM` new ones each time; a failure names the seed that it was found with.
 */
const asked = process.env.PROPERTY_SEED;

if (asked !== undefined && !/^-?\d{1,9}$/.test(asked)) throw new Error('PROPERTY_SEED must be a whole number.');
fc.configureGlobal({ seed: Number(asked ?? 2016) });
