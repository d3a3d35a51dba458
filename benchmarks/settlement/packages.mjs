/** The packages as they are built. */
export async function loadPackages() {
  const load = (name) => import(`../../packages/${name}/dist/index.js`);
  return {
    core: await load("core"),
    statutory: await load("statutory"),
    settlement: await load("settlement"),
  };
}
