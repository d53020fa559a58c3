import '@fastify/swagger-ui/static/swagger-ui.css';
import swaggerUi from '@fastify/swagger-ui/static/swagger-ui-bundle.js';

/** For developers: all calls of the API, which they can try. It is as English as the document that it shows. */
swaggerUi({
  url: '/api/openapi.json',
  dom_id: '#root',
  deepLinking: true,
  // The other way to check a document sends it to somebody else's server.
  validatorUrl: null,
  docExpansion: 'list',
  defaultModelsExpandDepth: 0,
  tryItOutEnabled: false,
});
