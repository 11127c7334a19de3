/** A style sheet. In the widget it arrives as a minified string (`cssAsText` in build.ts), elsewhere as a file. */
declare module '*.css' {
  export const css: string
}
