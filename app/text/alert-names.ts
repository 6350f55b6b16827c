/** The weather service's warnings by name: its own in English, in Spanish the terms of its Spanish pages. */
import type { Language } from "~/text/language";

// weather.gov's Spanish: a warning is "aviso", a watch "vigilancia", an advisory "advertencia".
const LEVELS = { Warning: "Aviso", Watch: "Vigilancia", Advisory: "Advertencia" } as const;

const PHENOMENA = {
  "Extreme Cold": "de frío extremo",
  "Cold Weather": "de clima frío",
  "Wind Chill": "de frío por viento",
  "Winter Storm": "de tormenta invernal",
  "Winter Weather": "de clima invernal",
  Blizzard: "de ventisca",
  "Snow Squall": "de ráfagas de nieve",
  "Lake Effect Snow": "de nieve por efecto del lago",
  "Ice Storm": "de tormenta de hielo",
  "Freezing Rain": "de lluvia helada",
  "Freezing Fog": "de neblina helada",
  Freeze: "de helada",
  "Hard Freeze": "de helada fuerte",
  Frost: "de escarcha",
  Heat: "de calor",
  "Extreme Heat": "de calor extremo",
  "Excessive Heat": "de calor extremo",
  Tornado: "de tornado",
  "Severe Thunderstorm": "de tormenta fuerte",
  Flood: "de inundación",
  "Flash Flood": "de inundación repentina",
  Wind: "de viento",
  "High Wind": "de viento fuerte",
  "Extreme Wind": "de viento extremo",
  "Dense Fog": "de neblina densa",
  "Dust Storm": "de tormenta de polvo",
  Hurricane: "de huracán",
  "Tropical Storm": "de tormenta tropical",
} as const satisfies Record<string, `de ${string}`>;

// Those that follow no pattern.
const OTHERS: Record<string, string> = {
  "Special Weather Statement": "Informe especial del clima",
  "Air Quality Alert": "Alerta por la calidad del aire",
  "Red Flag Warning": "Aviso de peligro de incendios",
};

/** In the reader's language where we know the term; else as the service says it, in English. */
export function alertName(event: string, language: Language): { name: string; in: Language } {
  const name = language === "es" ? inSpanish(event) : undefined;
  return name ? { name, in: language } : { name: event, in: "en" };
}

function inSpanish(event: string): string | undefined {
  const [, phenomenon, level] = /^(.+) (Warning|Watch|Advisory)$/.exec(event) ?? [];
  if (!isKey(PHENOMENA, phenomenon) || !isKey(LEVELS, level))
    return Object.hasOwn(OTHERS, event) ? OTHERS[event] : undefined;
  return `${LEVELS[level]} ${PHENOMENA[phenomenon]}`;
}

function isKey<Table extends object>(table: Table, key: string | undefined): key is keyof Table & string {
  return key !== undefined && Object.hasOwn(table, key);
}
