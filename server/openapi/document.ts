import swagger from '@fastify/swagger';
import Fastify from 'fastify';
import manifest from '../../package.json' with { type: 'json' };
import { type Call, pathOf } from './call.ts';
import { completeOperation, type Operation } from './complete.ts';
import { COMPONENTS } from './components.ts';
import { GROUPS, groupOf, SECURITY } from './groups.ts';
import { nameSchemas } from './name-schemas.ts';

/** An OpenAPI document, as far as we look into it. */
export interface Document {
  openapi: string;
  info: { title: string; version: string };
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, unknown> };
}

const DESCRIPTION =
  'Every error is answered as RFC 9457 `application/problem+json` with a stable `code`: docs/errors.md tells cause and cure of each. Who sends too much is answered with 429 and `Retry-After`. Lists go on with `cursor`.';

/**
 * The document of these calls. A Fastify of its own, which never listens, lets the library see the routes without
 * anything of it in the server that answers.
 */
export async function describeCalls(calls: readonly Call[]): Promise<Document> {
  const app = Fastify();
  await app.register(swagger, {
    convertConstToEnum: false,
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Cardwire',
        version: manifest.version,
        description: DESCRIPTION,
        license: { name: 'MIT', identifier: 'MIT' },
      },
      // The server that the document came from, under whatever name.
      servers: [{ url: '/' }],
      tags: [...new Set(GROUPS.map(({ tag }) => tag))].map((name) => ({ name })),
      components: {
        securitySchemes: SECURITY,
        schemas: Object.fromEntries(Object.entries(COMPONENTS).map(([name, { schema }]) => [name, schema])),
      },
    },
  });
  // Nothing is checked or written by these: the schemas are only looked at.
  app.setValidatorCompiler(() => () => true);
  app.setSerializerCompiler(() => JSON.stringify);
  for (const call of calls) {
    const { problems: _ours, ...schema } = call.schema;
    const { tag, security } = groupOf(call.url);
    app.route({
      method: call.method,
      url: call.url,
      exposeHeadRoute: false,
      schema: {
        ...schema,
        tags: [tag],
        operationId: operationIdOf(call),
        security: security ? [{ [security]: [] }] : [],
      },
      handler: async () => undefined,
    });
  }
  await app.ready();
  // The library's types know 3.0 better than what it writes for 3.1.
  const document: Document = JSON.parse(JSON.stringify(app.swagger()));
  await app.close();
  nameSchemas(document);
  for (const call of calls) {
    const operation = document.paths[pathOf(call)]?.[call.method.toLowerCase()];
    if (operation) completeOperation(operation, call);
  }
  return document;
}

/** `POST /api/configurations/:id/pause` is `postConfigurationsIdPause`. */
function operationIdOf({ method, url }: Call): string {
  const words = url.match(/\w+/g) ?? [];
  const named = words.filter((word) => word !== 'api');
  return method.toLowerCase() + named.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
}
