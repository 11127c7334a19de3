// Tests start many processes: what one of them has compiled of the sources, the next one need not.
process.env.NODE_COMPILE_CACHE ??= `${import.meta.dirname}/test/output/compile-cache`

export default {
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: {
    '^.+\\.tsx?$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'typescript' }, target: 'es2024' }, module: { type: 'es6' } },
    ],
  },
  testEnvironment: 'node',
  testTimeout: 30_000,
  maxWorkers: 3,
  testSequencer: '<rootDir>/test/longest-first.js',
}
