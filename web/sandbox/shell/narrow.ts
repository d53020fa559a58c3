/** Windows that have no room for columns: phones, and desktops at a large zoom. */
export const NARROW = '@media (max-width: 760px)';
