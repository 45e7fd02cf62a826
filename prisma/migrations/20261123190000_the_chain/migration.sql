
-- Events are the record of what happened: they are added, never changed.
CREATE FUNCTION refuse_event_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'events are never edited';
END $$;
CREATE TRIGGER event_is_final BEFORE UPDATE ON "Event" FOR EACH ROW EXECUTE FUNCTION refuse_event_change();
