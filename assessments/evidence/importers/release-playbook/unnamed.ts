/** The naming fields of a fact whose record does not speak of such a thing. */
export const noModel = { model: null, modelVersion: null, modelHash: null } as const;
export const noData = { dataset: null, datasetVersion: null, datasetHash: null } as const;
