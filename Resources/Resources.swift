package let flowers = PackageResources.flowers_toml
