/** The compiled module, where the importer makes one of the file: it is what `init` of the entry `./web` takes. */
declare const module: WebAssembly.Module;
export default module;
