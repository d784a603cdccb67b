/** GraphiQL is for trying the interface out, not for the machines of a production. */
export function isGraphiqlServed(): boolean {
  return process.env.NODE_ENV !== 'production';
}
