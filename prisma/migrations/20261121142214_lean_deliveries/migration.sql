-- DropForeignKey
ALTER TABLE "delivery" DROP CONSTRAINT "delivery_configuration_id_fkey";

-- DropForeignKey
ALTER TABLE "delivery" DROP CONSTRAINT "delivery_event_id_fkey";

-- DropForeignKey
ALTER TABLE "attempt" DROP CONSTRAINT "attempt_configuration_id_fkey";

-- DropIndex
DROP INDEX "delivery_event_id_idx";

-- DropIndex
DROP INDEX "delivery_configuration_id_event_id_key";

-- CreateIndex
CREATE INDEX "delivery_configuration_id_id_idx" ON "delivery"("configuration_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "delivery_event_id_configuration_id_key" ON "delivery"("event_id", "configuration_id");
