/** A style sheet that the build puts into the bundle as minified text. */
declare module '*.css' {
  const text: string;
  export default text;
}
