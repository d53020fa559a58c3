-- CreateEnum
CREATE TYPE "change_kind" AS ENUM ('created', 'changed', 'pointed', 'paused', 'resumed', 'removed', 'restored');

-- CreateTable
CREATE TABLE "change" (
    "id" BIGSERIAL NOT NULL,
    "configuration_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by" TEXT NOT NULL,
    "by_name" TEXT NOT NULL,
    "kind" "change_kind" NOT NULL,
    "settings" TEXT[],

    CONSTRAINT "change_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "change_configuration_id_id_idx" ON "change"("configuration_id", "id");
