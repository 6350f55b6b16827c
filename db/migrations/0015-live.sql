-- When a hold's time is over a pool is free again, and nobody writes anything: the app reads again at that moment.
create view next_lapse as
  select min(until) as at
  from holds
  where state = 'held' and until > clock_timestamp();
