/** What the build puts into the bundle. */

/** A style sheet, as minified text. */
declare module '*.css' {
  const text: string;
  export default text;
}

/** The version of the package. */
declare const VERSION: string;
