/** The places of whoever is signed in, where they have several, or none. */
import type { StaffPlace } from "~/domain/staff";
import type { Language } from "~/text/language";
import { staffWords } from "~/text/staff";
import { StaffPage } from "~/ui/staff-page";

type StaffPlacesProps = { language: Language; name: string; places: StaffPlace[] };

export function StaffPlaces({ language, name, places }: StaffPlacesProps) {
  const words = staffWords[language];
  return (
    <StaffPage language={language} name={name}>
      <h1>{words.yourPlaces}</h1>
      {places.length === 0 && <p>{words.noPlaces}</p>}
      <ul className="plain">
        {places.map((place) => (
          <li key={place.placeId}>
            <a href={`/staff/places/${place.placeId}`}>
              {place.name}
              {place.address && <small> {place.address}</small>}
            </a>
          </li>
        ))}
      </ul>
    </StaffPage>
  );
}
