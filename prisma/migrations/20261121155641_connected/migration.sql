-- AlterTable
ALTER TABLE "configuration" ADD COLUMN     "connected_fingerprint" TEXT,
ADD COLUMN     "testing_until" TIMESTAMPTZ(3);

-- What posts already needs no card that says so.
UPDATE "configuration" SET "connected_fingerprint" = "destination_fingerprint" WHERE "state" <> 'broken';
