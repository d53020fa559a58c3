/** The database with every migration applied, of which the databases of test files are copies. */
export const TEMPLATE = 'template_cardwire';
