// placeholder so that the empty room builds
