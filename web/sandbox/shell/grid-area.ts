/** Puts an element into a named area of its grid. Fluent's own helper would bring all helpers into every page. */
export function gridArea<const Name extends string>(name: Name) {
  return { gridRowStart: name, gridRowEnd: name, gridColumnStart: name, gridColumnEnd: name };
}
