// The core, once it is there: everything that the page knows of clusters comes from these verbs.
export * from "wso2-design/web";
export { default as load } from "wso2-design/web";
