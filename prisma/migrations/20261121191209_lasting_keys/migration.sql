-- AlterTable
ALTER TABLE "node" ADD COLUMN     "key_names" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- CreateTable
CREATE TABLE "lasting_keys" (
    "id" TEXT NOT NULL,
    "sealed" TEXT NOT NULL,

    CONSTRAINT "lasting_keys_pkey" PRIMARY KEY ("id")
);
