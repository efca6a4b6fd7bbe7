# syntax=docker/dockerfile:1

# Stage 1: the libraries, the converted model and a built index.
FROM python:3.11-slim-bookworm AS build
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1 QA_CACHE=/service/cache
WORKDIR /service
RUN python -m venv /service/venv
ENV PATH=/service/venv/bin:$PATH
COPY constraints.txt pyproject.toml README.md ./
COPY qa_service qa_service
# torch by itself first, at its exact version, as scripts/environment does.
RUN pip install torch==2.13.0 && pip install --constraint constraints.txt .
COPY corpus corpus
COPY index/README.md index/README.md
RUN qa-service build

# Stage 2: what runs, as a user of its own.
FROM python:3.11-slim-bookworm AS service
WORKDIR /service
RUN useradd --system --uid 10001 --home-dir /service --shell /usr/sbin/nologin qa && \
    install --directory --owner qa /service/data
COPY --from=build --chown=qa:qa /service/venv venv
COPY --from=build --chown=qa:qa /service/cache cache
COPY --from=build --chown=qa:qa /service/index index
COPY --from=build --chown=qa:qa /service/corpus corpus
# The port is open to others, so requests need a key: `qa-service keys add NAME` makes one in the volume.
ENV PATH=/service/venv/bin:$PATH QA_CACHE=/service/cache QA_KEYS=required PYTHONUNBUFFERED=1
USER qa
EXPOSE 8000
HEALTHCHECK --interval=30s --timeout=3s --start-period=60s --retries=3 \
    CMD ["python", "-c", "import urllib.request as r; r.urlopen('http://127.0.0.1:8000/readyz', timeout=2)"]
CMD ["qa-service", "serve", "--host", "0.0.0.0", "--port", "8000"]
