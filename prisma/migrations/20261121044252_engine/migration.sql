-- CreateEnum
CREATE TYPE "resume_mode" AS ENUM ('catch_up', 'replay', 'drop');

-- CreateEnum
CREATE TYPE "attempt_kind" AS ENUM ('single', 'storm', 'digest', 'catch_up', 'test');

-- DropForeignKey
ALTER TABLE "delivery" DROP CONSTRAINT "delivery_attempt_id_fkey";

-- DropIndex
DROP INDEX "delivery_configuration_id_state_id_idx";

-- AlterTable
ALTER TABLE "configuration" ADD COLUMN     "broken_at" TIMESTAMPTZ(3),
ADD COLUMN     "catch_up_to" BIGINT,
ADD COLUMN     "filter" JSONB,
ADD COLUMN     "filter_path" TEXT,
ADD COLUMN     "filter_vars" JSONB,
ADD COLUMN     "folded_at" TIMESTAMPTZ(3),
ADD COLUMN     "gap_ms" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "on_resume" "resume_mode" NOT NULL DEFAULT 'catch_up',
ADD COLUMN     "paused_at" TIMESTAMPTZ(3),
ADD COLUMN     "paused_until" TIMESTAMPTZ(3),
ADD COLUMN     "quiet_hours" JSONB,
ADD COLUMN     "schedule" JSONB NOT NULL DEFAULT '{"kind":"immediately"}',
ADD COLUMN     "time_zone" TEXT NOT NULL DEFAULT 'UTC';

-- AlterTable
ALTER TABLE "delivery" ADD COLUMN     "urgent" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "attempt" ADD COLUMN     "carried" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "kind" "attempt_kind" NOT NULL DEFAULT 'single';

-- CreateTable
CREATE TABLE "shard" (
    "id" TEXT NOT NULL,
    "owner" TEXT,
    "lease_until" TIMESTAMPTZ(3),

    CONSTRAINT "shard_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "node" (
    "id" TEXT NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "node_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "delivery_waiting_idx" ON "delivery"("configuration_id", "urgent" DESC, "id") WHERE (state = 'waiting');

-- One shard for each character that an id can begin with.
INSERT INTO "shard" ("id")
SELECT substr('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_', n, 1)
  FROM generate_series(1, 64) AS n;

-- Rows are updated in place: room on each page keeps those updates off the indexes that do not change.
ALTER TABLE "delivery" SET (fillfactor = 80);
ALTER TABLE "configuration" SET (fillfactor = 80);

ALTER INDEX "configuration_event_types_idx" SET (fastupdate = off);
