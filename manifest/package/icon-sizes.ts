/** Width and height of the icons in an app package, in pixels. */
export const ICON_SIZES = { color: 192, outline: 32 } as const;
