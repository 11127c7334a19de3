/** A style sheet as a minified string (see `cssAsText` in build.ts). */
declare module '*.css?text' {
  export const css: string
}
