-- CreateIndex
CREATE INDEX "configuration_created_at_id_idx" ON "configuration"("created_at", "id");

-- CreateIndex
CREATE INDEX "configuration_broken_idx" ON "configuration"("broken_at", "id") WHERE (state = 'broken');

-- CreateIndex
CREATE INDEX "delivery_unsent_idx" ON "delivery"("id") WHERE (state = ANY (ARRAY['failed'::delivery_state, 'expired'::delivery_state, 'dropped'::delivery_state]));
