/** What was renamed: from the old id of a lesson, cell, prediction or exercise to its id now, so that nobody's progress is lost. */

type Renamed = Readonly<Record<string, string>>;

export const renamed: { readonly lessons: Renamed; readonly cells: Renamed; readonly predictions: Renamed; readonly exercises: Renamed } = {
  lessons: {},
  cells: {},
  predictions: {},
  exercises: {},
};
