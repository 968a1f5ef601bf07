/** Methods and message properties as the payload of frames, both ways. */
import type { Properties } from '../model/message.ts';
import { FieldReader } from './field-reader.ts';
import { FieldWriter } from './field-writer.ts';
import { type FieldsOf, fieldsOf, METHODS, type Method, type MethodName, methodNamed, type WireType, type WireTypes } from './methods.ts';

export interface UnknownMethod {
  readonly classId: number;
  readonly methodId: number;
}

export function encodeMethod<Name extends MethodName>(name: Name, fields: FieldsOf<Name>): Uint8Array {
  const writer = new FieldWriter();
  const [classId, methodId] = METHODS[name].id;
  writer.short(classId);
  writer.short(methodId);
  let bits = 0;
  let bitCount = 0;
  const values = fields as Readonly<Record<string, WireTypes[WireType]>>;
  for (const [field, type] of fieldsOf(name)) {
    const value = values[field];
    if (type === 'bit') {
      if (value === true) bits |= 1 << bitCount;
      bitCount += 1;
      continue;
    }
    if (bitCount > 0) writer.octet(bits);
    bits = 0;
    bitCount = 0;
    (writer[type] as (value: unknown) => void).call(writer, value);
  }
  if (bitCount > 0) writer.octet(bits);
  return writer.bytes;
}

/** Throws a RangeError when the payload is not a whole method. */
export function decodeMethod(payload: Uint8Array): Method | UnknownMethod {
  const reader = new FieldReader(payload);
  const classId = reader.short();
  const methodId = reader.short();
  const name = methodNamed(classId, methodId);
  if (name === undefined) return { classId, methodId };
  const fields: Record<string, unknown> = {};
  let bits = 0;
  let bitCount = 0;
  for (const [field, type] of fieldsOf(name)) {
    if (type !== 'bit') {
      fields[field] = reader[type]();
      bitCount = 0;
      continue;
    }
    if (bitCount === 0) bits = reader.octet();
    fields[field] = (bits & (1 << bitCount)) !== 0;
    bitCount += 1;
  }
  return { name, fields } as Method;
}

/** The properties of class basic in the order of their flags, the highest bit first (spec 1.8 "basic"). */
const PROPERTIES = [
  ['contentType', 'shortstr'],
  ['contentEncoding', 'shortstr'],
  ['headers', 'table'],
  ['deliveryMode', 'octet'],
  ['priority', 'octet'],
  ['correlationId', 'shortstr'],
  ['replyTo', 'shortstr'],
  ['expiration', 'shortstr'],
  ['messageId', 'shortstr'],
  ['timestamp', 'longlong'],
  ['type', 'shortstr'],
  ['userId', 'shortstr'],
  ['appId', 'shortstr'],
  ['clusterId', 'shortstr'],
] as const satisfies readonly (readonly [keyof Properties, WireType])[];

export interface ContentHeader {
  readonly bodySize: number;
  readonly properties: Properties;
}

const BASIC_CLASS = 60;
const HIGHEST_FLAG = 0x8000;

export function encodeContentHeader({ bodySize, properties }: ContentHeader): Uint8Array {
  const writer = new FieldWriter();
  writer.short(BASIC_CLASS);
  writer.short(0);
  writer.longlong(bodySize);
  const given = PROPERTIES.map(([name]) => properties[name] !== undefined);
  writer.short(given.reduce((flags, isGiven, index) => (isGiven ? flags | (HIGHEST_FLAG >> index) : flags), 0));
  for (const [name, type] of PROPERTIES) {
    const value = properties[name];
    if (value !== undefined) (writer[type] as (value: unknown) => void).call(writer, value);
  }
  return writer.bytes;
}

export function decodeContentHeader(payload: Uint8Array): ContentHeader {
  const reader = new FieldReader(payload);
  reader.short();
  reader.short();
  const bodySize = reader.longlong();
  const flags = reader.short();
  const properties: Record<string, unknown> = {};
  for (const [index, [name, type]] of PROPERTIES.entries()) {
    if ((flags & (HIGHEST_FLAG >> index)) !== 0) properties[name] = reader[type]();
  }
  return { bodySize, properties: properties as Properties };
}
