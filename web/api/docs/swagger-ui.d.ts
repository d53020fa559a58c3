/** Swagger UI, as far as the page uses it. */
declare module '@fastify/swagger-ui/static/swagger-ui-bundle.js' {
  interface SwaggerUiOptions {
    url: string;
    dom_id: string;
    deepLinking: boolean;
    validatorUrl: null;
    docExpansion: 'list' | 'full' | 'none';
    defaultModelsExpandDepth: number;
    tryItOutEnabled: boolean;
  }
  function swaggerUi(options: SwaggerUiOptions): void;

  // biome-ignore lint/style/noDefaultExport: what a CommonJS module exports is imported so.
  export default swaggerUi;
}
