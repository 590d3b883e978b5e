import { letGo, products } from "../../io/stock";
import { t } from "../../texts";

/** The products at hand, and a button for each that lets go of it. */
export function Products() {
  return (
    <ul class="io-products">
      {products.value.map((product) => (
        <li key={product.key}>
          <span>
            <strong>
              {product.name} {product.release}
            </strong>{" "}
            {t("io.product-files", { number: product.files.size, from: product.from })}
            {product.said === "" && <span class="io-warn"> {t("io.product-unsure")}</span>}
            {product.unclear.length > 0 && (
              <span class="io-warn"> {t("io.product-unclear", { paths: product.unclear.join(", ") })}</span>
            )}
          </span>
          <button
            type="button"
            class="button small"
            aria-label={t("io.let-go-of", { name: product.name })}
            onClick={() => letGo(product.key)}
          >
            {t("io.let-go")}
          </button>
        </li>
      ))}
    </ul>
  );
}
