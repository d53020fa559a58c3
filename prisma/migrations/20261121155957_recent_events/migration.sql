-- CreateIndex
CREATE INDEX "event_tenant_id_type_received_at_idx" ON "event"("tenant_id", "type", "received_at");
