-- Which of the shop's locations a zone is served from; none named: any.
ALTER TABLE "Zone" ADD COLUMN "locationGids" TEXT[] NOT NULL DEFAULT '{}';
