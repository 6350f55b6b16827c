/** What an operator says of the cold: a command's work, the web role may not. */
import type { Entered } from "~/domain/kept-weather";
import type { Region } from "~/domain/region";
import { sql, within } from "../database.server";

/** Takes the place of what was entered before. */
export async function enterWeather({ regionId }: Region, said: Omit<Entered, "asOf">): Promise<void> {
  const { windChillF, temperatureF, windMph, until } = said;
  await within(sql`
    insert into entered_weather (region_id, wind_chill_f, temperature_f, wind_mph, until)
      values (${regionId}, ${windChillF}, ${temperatureF}, ${windMph}, ${new Date(until * 1000)})
    on conflict (region_id) do update
      set wind_chill_f = excluded.wind_chill_f,
          temperature_f = excluded.temperature_f,
          wind_mph = excluded.wind_mph,
          entered_at = excluded.entered_at,
          until = excluded.until`);
}

/** Whether there was one. */
export async function clearEntered({ regionId }: Region): Promise<boolean> {
  const gone = await within(sql`
    delete from entered_weather
    where region_id = ${regionId}
    returning region_id`);
  return gone.length > 0;
}
