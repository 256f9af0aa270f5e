import { expect, test } from "vitest";
import { LOCAL_ADDRESS, pageAddress, siteAddress } from "../../../../cli/site/announce/address.js";

test("the address of the site ends with one slash, and is local when nobody gave one", () => {
  expect(siteAddress("https://a.gouv.fr/vigie")).toBe("https://a.gouv.fr/vigie/");
  expect(siteAddress("https://a.gouv.fr")).toBe("https://a.gouv.fr/");
  expect(siteAddress("")).toBe(LOCAL_ADDRESS);
});

test.each(["a.gouv.fr", "ftp://a.fr/", "https://a.fr/?x=1", "https://a.fr/#b"])(
  "%s is refused",
  (address) => {
    expect(() => siteAddress(address)).toThrow(/VIGIE_SITE_URL/);
  },
);

test("pages are known by the address that readers see", () => {
  expect(pageAddress("https://a.fr/", "regions/index.html")).toBe("https://a.fr/regions/");
  expect(pageAddress("https://a.fr/", "modele.html")).toBe("https://a.fr/modele");
});
