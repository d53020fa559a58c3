import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { connector } from '../../../manifest/connector.ts';
import { BUDGET_BYTES } from '../../cards/budget.ts';
import { LanguageQuery } from '../../configurations/schema.ts';
import { GallerySchema } from '../schema.ts';
import { gallery } from './gallery.ts';

/** Every card that there is, for the page `/sandbox/cards`. */
export const galleryRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    '/cards',
    { schema: { querystring: LanguageQuery, response: { 200: GallerySchema } } },
    async ({ query: { language = 'en' } }) => ({
      budgetBytes: BUDGET_BYTES,
      cards: gallery(connector, language),
    }),
  );
};
