/** What `npm run journeys` says of itself. */
export const USAGE = `npm run -s journeys -- --feed FILE.zip [--feed ...] --date 2024-04-10 --from LAT,LON --at 17:00 [--to PLACES.json|stops]

Prints, for each place, every way there that is best by arrival and minutes outside: when to leave, when one is there,
seconds outside, cold-minutes, and the legs. --to stops: the same without legs for every stop reached, by vehicle or on
foot after one.

  --feed FILE.zip         a GTFS feed; several are searched as one timetable
  --hand-route FILE       a line entered by hand, as db/routes-file.md has it
  --zone America/Chicago  the clock all times are told by; without it the first feed's
  --date, --at            the day and the time from which one can leave; 25:10 is ten past one in the night after it
  --from LAT,LON          where from, in degrees: 38.6270,-90.1994
  --to PLACES.json        [{"name", "lat", "lon", "id", "opens": "18:00", "closes": "31:00"}, ...] (lat and lon are
                          needed), points as GeoJSON, or what /places.json answered
  --to stops              every stop of the feeds, as without --to
  --window 4h             the first vehicle departs at most this long after --at (4h, 45m, 90s, 1h30m)
  --later 60m             arrivals at most this long after the first; 0: all of them
  --speed 0.9             walking, metres a second
  --slack 120             seconds at the first stop before the bus
  --change 60             seconds from getting off to being able to get on at the same stop, 1 or more
  --boarding-penalty 300  what every ride after the first one costs beyond its seconds; 0: nothing
  --access 1200           the first and the last walk, at most, in metres of street
  --walk-link 400         a walk between two rides, at most, in metres of street
  --walk-all 2400         walking all the way to a place, at most; without it twice --access
  --detour 1.3            metres of street in a straight metre
  --wind-chill F          degrees Fahrenheit; without it the weather is unknown: a minute outside is a minute
  --rooms ROOMS.json      where one may wait indoors: [{"name", "lat", "lon", "open": [["17:00", "18:30"], ...]}, ...]
  --aim warmest           or fewest-rides, or latest-leave
  --wheelchair            no stop and no vehicle that is known not to take one
  --call-first            also stops served only for who asks the agency or the driver before; without it only to places
                          that nothing else leads to
  --blocks off            nobody stays aboard where a vehicle goes on as another trip
  --pathways off          stations have no inside: every walk is the street between two points
  --json                  times in seconds after the beginning of --date's service day, noon less twelve hours`;

export const TEXT_OPTIONS = [
  "feed",
  "hand-route",
  "zone",
  "date",
  "at",
  "from",
  "to",
  "window",
  "later",
  "speed",
  "slack",
  "change",
  "boarding-penalty",
  "access",
  "walk-link",
  "walk-all",
  "detour",
  "wind-chill",
  "rooms",
  "aim",
  "blocks",
  "pathways",
] as const;

export const FLAGS = ["wheelchair", "call-first", "json"] as const;
