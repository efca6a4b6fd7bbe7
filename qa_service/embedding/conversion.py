"""Turns the packed weights into a standard sentence-transformers folder, with an ONNX graph beside it.

The one importer of tokenizers and safetensors.
"""

import json
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from safetensors.numpy import save_file
from tokenizers import Regex, Tokenizer, decoders, models, normalizers, pre_tokenizers, processors

from qa_service.embedding.graph import write_graph
from qa_service.embedding.packed import Packed, Pieces
from qa_service.embedding.unigram import WORD_MARK

GRAPH = "onnx/model_q4.onnx"
UNIGRAM = "onnx/unigram.json"
SETTINGS = Path(__file__).with_name("bundled_settings.json")

_LAYER_NAMES = {
    "q": "attention.self.query",
    "k": "attention.self.key",
    "v": "attention.self.value",
    "ao": "attention.output.dense",
    "aln": "attention.output.LayerNorm",
    "fi": "intermediate.dense",
    "fo": "output.dense",
    "oln": "output.LayerNorm",
}
_EMBEDDING_NAMES = {
    "emb.word": "embeddings.word_embeddings.weight",
    "emb.pos": "embeddings.position_embeddings.weight",
    "emb.type": "embeddings.token_type_embeddings.weight",
    "emb.ln.w": "embeddings.LayerNorm.weight",
    "emb.ln.b": "embeddings.LayerNorm.bias",
}


def convert(packed: Packed, folder: Path) -> None:
    """Fills `folder`: what `SentenceTransformer(folder)` reads, GRAPH and UNIGRAM."""
    (folder / GRAPH).parent.mkdir()
    _write_settings(packed, folder)
    make_tokenizer(packed).save(str(folder / "tokenizer.json"))
    save_file(_tensors(packed), str(folder / "model.safetensors"), metadata={"format": "pt"})
    write_graph(packed, folder / GRAPH)
    _write_unigram(packed, folder / UNIGRAM)


def make_tokenizer(packed: Packed) -> Tokenizer:
    """The vocabulary with its normalisation: dropped and blank characters by the table, the rest by NFKC."""
    pieces = packed.pieces
    tokenizer = Tokenizer(
        models.Unigram(list(zip(pieces.texts, pieces.scores, strict=True)), unk_id=pieces.unknown)
    )
    tokenizer.normalizer = normalizers.Sequence(
        [
            normalizers.Replace(Regex(_any_of(packed, "")), ""),
            normalizers.Replace(Regex(_any_of(packed, " ")), " "),
            normalizers.NFKC(),
            normalizers.Strip(left=False, right=True),
            normalizers.Replace(Regex(" {2,}"), " "),
        ]
    )
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace(WORD_MARK)
    tokenizer.decoder = decoders.Metaspace(WORD_MARK)
    tokenizer.post_processor = _template(pieces)
    tokenizer.add_special_tokens([pieces.texts[i] for i in _special(pieces)])
    return tokenizer


def _any_of(packed: Packed, becomes: str) -> str:
    points = (ord(char) for char, to in packed.normalisation.items() if to == becomes)
    return "[" + "".join(f"\\x{{{point:X}}}" for point in points) + "]"


def _template(pieces: Pieces) -> processors.TemplateProcessing:
    begin, end = pieces.texts[pieces.begin], pieces.texts[pieces.end]
    return processors.TemplateProcessing(
        single=f"{begin} $A {end}",
        pair=f"{begin} $A {end} {end} $B {end}",
        special_tokens=[(begin, pieces.begin), (end, pieces.end)],
    )


def _special(pieces: Pieces) -> list[int]:
    """Begin and end first; the mask is the last piece."""
    return [pieces.begin, pieces.end, pieces.pad, pieces.unknown, len(pieces.texts) - 1]


def _write_unigram(packed: Packed, file: Path) -> None:
    pieces = packed.pieces
    settings = {
        "pieces": pieces.texts,
        "scores": pieces.scores,
        "normalisation": dict(packed.normalisation),
        "special": [i for i in _special(pieces) if i != pieces.unknown],
        "unknown": pieces.unknown,
    }
    file.write_text(json.dumps(settings, ensure_ascii=False), encoding="utf-8")


def _tensors(packed: Packed) -> dict[str, NDArray[np.float32]]:
    width = packed.shape.hidden
    matrices = {name: table.floats() for name, table in packed.matrices.items()}
    vectors = {
        name: values.reshape(-1, width) if name in ("emb.pos", "emb.type") else values
        for name, values in packed.vectors.items()
    }
    # No output hangs on the pooler; without one transformers makes it up and warns.
    pooler = {
        "pooler.dense.weight": np.zeros((width, width), np.float32),
        "pooler.dense.bias": np.zeros(width, np.float32),
    }
    return pooler | {_standard_name(name): values for name, values in (matrices | vectors).items()}


def _standard_name(name: str) -> str:
    """The name that transformers gives this tensor of a BertModel."""
    if name in _EMBEDDING_NAMES:
        return _EMBEDDING_NAMES[name]
    layer, part, kind = name.split(".")
    return f"encoder.layer.{layer[1:]}.{_LAYER_NAMES[part]}.{'weight' if kind == 'w' else 'bias'}"


def _write_settings(packed: Packed, folder: Path) -> None:
    settings: dict[str, dict[str, Any]] = json.loads(SETTINGS.read_bytes())
    shape = packed.shape
    settings["config.json"] |= {
        "hidden_size": shape.hidden,
        "num_hidden_layers": shape.layers,
        "num_attention_heads": shape.heads,
        "intermediate_size": shape.intermediate,
        "vocab_size": shape.vocabulary,
        "max_position_embeddings": shape.positions,
        "type_vocab_size": shape.token_types,
        "layer_norm_eps": shape.epsilon,
        "pad_token_id": packed.pieces.pad,
    }
    for name, content in settings.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(json.dumps(content, indent=2))
