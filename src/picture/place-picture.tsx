/** The picture of a place: for each form of place how it is drawn. */
import { ChannelPicture } from './channel-picture.tsx';
import type { Facts } from './facts.ts';
import type { PlaceBox } from './layout.ts';
import type { Form } from './place-form.ts';
import type { PlaceScene, Scene } from './scene.ts';
import { StreamPicture } from './stream-picture.tsx';
import { StripPicture } from './strip-picture.tsx';

export interface PlacePictureProps {
  readonly box: PlaceBox;
  readonly place: PlaceScene;
  readonly scene: Scene;
  readonly facts: Facts;
}

const PICTURES: Readonly<Record<Form, typeof StripPicture>> = {
  queue: StripPicture,
  list: StripPicture,
  sortedSet: StripPicture,
  stream: StreamPicture,
  channel: ChannelPicture,
};

export function PlacePicture({ box, scene, facts }: Omit<PlacePictureProps, 'place'>) {
  const place = scene.places.get(box.id);
  const Picture = PICTURES[box.form];
  return place === undefined ? null : <Picture box={box} place={place} scene={scene} facts={facts} />;
}
