-- AlterTable
ALTER TABLE "attempt" ADD COLUMN     "first_delivery_id" BIGINT,
ADD COLUMN     "last_delivery_id" BIGINT;
