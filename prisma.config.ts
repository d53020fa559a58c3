import { defineConfig } from 'prisma/config';

// `prisma generate` looks for the schema engine's binary but never runs it; without this line it would
// download one. Migrations use the same engine as WebAssembly: see server/storage/migrate.ts.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;

export default defineConfig({ schema: 'prisma/schema.prisma' });
